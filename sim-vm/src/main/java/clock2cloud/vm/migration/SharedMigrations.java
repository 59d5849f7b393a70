package clock2cloud.vm.migration;

import clock2cloud.vm.network.SharedWires;
import clock2cloud.vm.network.Transport;
import clock2cloud.vm.network.Wire;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several machines on their way at once, over common wires: each round takes as long as the others leave it bandwidth, and what
 * is dirtied meanwhile is more. The bandwidth of each {@link PreCopy} is not used: the wires' is.
 */
public record SharedMigrations(Transport transport) {
    /** One machine. */
    public record Move(PreCopy copy, List<Wire> way, double startSeconds) {}

    /** How each goes, in the order given. */
    public List<PreCopy.Result> run(List<Move> moves) {
        List<CopyRounds> rounds =
                moves.stream().map(m -> new CopyRounds(m.copy())).toList();
        new SharedWires(transport)
                .endSeconds(IntStream.range(0, moves.size())
                        .mapToObj(i -> new SharedWires.Stream(
                                rounds.get(i), moves.get(i).way(), moves.get(i).startSeconds()))
                        .toList());
        return rounds.stream().map(CopyRounds::result).toList();
    }
}
