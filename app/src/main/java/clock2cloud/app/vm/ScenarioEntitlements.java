package clock2cloud.app.vm;

import clock2cloud.vm.entitlement.Claim;
import clock2cloud.vm.entitlement.Entitlement;
import clock2cloud.vm.entitlement.ResourcePool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Claims on one resource, as a scenario has them. */
record ScenarioEntitlements(double capacity, List<Want> claims) {
    /** One claim: of a machine, or of a pool with claims of its own. */
    record Want(
            String name,
            Optional<Double> demand,
            Optional<Double> reservation,
            Optional<Double> limit,
            Optional<Double> shares,
            Optional<List<Want>> claims) {
        Want {
            require(
                    demand.isPresent() != claims.isPresent(),
                    "entitlements: " + name
                            + " needs a demand if it is a machine, claims if it is a pool, and not both");
        }

        Claim claim() {
            return new Claim(
                    name,
                    demand.orElseThrow(),
                    reservation.orElse(0.0),
                    limit.orElse(Claim.UNLIMITED),
                    shares.orElse(1.0));
        }

        ResourcePool pool() {
            List<Want> members = claims.orElse(List.of());
            return new ResourcePool(
                    name,
                    reservation.orElse(0.0),
                    limit.orElse(Claim.UNLIMITED),
                    shares.orElse(1.0),
                    true,
                    members.stream()
                            .filter(w -> w.claims().isPresent())
                            .map(Want::pool)
                            .toList(),
                    members.stream()
                            .filter(w -> w.claims().isEmpty())
                            .map(Want::claim)
                            .toList());
        }

        /** What it has reserved, or its members together, if that is more. */
        double reserved() {
            return Math.max(reservation.orElse(0.0), reserved(claims.orElse(List.of())));
        }

        static double reserved(List<Want> wants) {
            return wants.stream().mapToDouble(Want::reserved).sum();
        }
    }

    /** Who gets what; reservations beyond the capacity are refused, also where nobody asks for them at the moment. */
    Map<String, Double> divided() {
        double reserved = Want.reserved(claims);
        require(
                !(reserved > Math.max(0, capacity) * (1 + 1e-9)),
                "entitlements: reservations of " + reserved + " exceed the capacity of " + capacity);
        return claims.stream().anyMatch(want -> want.claims().isPresent()) ? downTheTree() : inOneRow();
    }

    private Map<String, Double> inOneRow() {
        List<Claim> machines = claims.stream().map(Want::claim).toList();
        double[] shares = Entitlement.divide(capacity, machines);
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < shares.length; i++) {
            String name = machines.get(i).name();
            require(named.put(name, shares[i]) == null, "entitlements: the name " + name + " is used twice");
        }
        return named;
    }

    /** The whole is a pool without a name, and no part of the answer. */
    private Map<String, Double> downTheTree() {
        Want whole = new Want(
                "", Optional.empty(), Optional.empty(), Optional.of(capacity), Optional.empty(), Optional.of(claims));
        Map<String, Double> named = whole.pool().divide(capacity);
        named.remove("");
        return named;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
