package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.spot.price.PricePath;
import clock2cloud.spot.trace.PriceFile;
import clock2cloud.spot.trace.PriceHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A price file, and which pool of it. */
final class HistoryOptions {
    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "Prices as aws ec2 describe-spot-price-history prints.")
    Optional<Path> history = Optional.empty();

    @Option(names = "--type", defaultValue = "", description = "Instance type to take from the file.")
    String type;

    @Option(names = "--zone", defaultValue = "", description = "Availability zone to take from the file.")
    String zone;

    @Option(names = "--product", defaultValue = "", description = "Product description to take from the file.")
    String product;

    boolean given() {
        return history.isPresent();
    }

    Optional<String> name() {
        return history.map(Path::toString);
    }

    /** The one pool that is meant; what was odd in the file goes to progress. */
    PricePath path(Common common) {
        PriceHistory read = file().history(type, zone, product);
        read.remarks().forEach(common::progress);
        return read.path();
    }

    /** Every zone of the type and product that is meant, over the time that all of them cover. */
    List<PriceHistory> zones(Common common) {
        List<PriceHistory> zones = PriceHistory.together(file().zones(type, product));
        zones.stream().flatMap(zone -> zone.remarks().stream()).distinct().forEach(common::progress);
        return zones;
    }

    private PriceFile file() {
        return Inputs.read(history.orElseThrow(), PriceFile::read);
    }
}
