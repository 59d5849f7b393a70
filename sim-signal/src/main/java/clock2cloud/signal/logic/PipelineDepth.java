package clock2cloud.signal.logic;

import clock2cloud.signal.Domain;

/**
 * Cutting logic into more stages: the clock rises as {@code 1 / (L/N + o)}, and each wrong guess costs more stages.
 *
 * <p>Time per instruction {@code (L/N + o)(1/w + g h N)}, w instructions issued a clock, h hazards an instruction, each losing
 * the part g of the pipeline; least at {@code N = sqrt(L / (o w g h))}. Hartstein and Puzak, ISCA 2002, eq. 2. All times in the
 * same unit, such as FO4. Leaves out power: with it the best depth is about half.
 */
public record PipelineDepth(
        double logicSeconds,
        double overheadSeconds,
        double issueWidth,
        double hazardsPerInstruction,
        double lostFraction) {
    public PipelineDepth {
        Domain.positive("pipeline", "logic", logicSeconds, "s");
        Domain.positive("pipeline", "overhead of a stage", overheadSeconds, "s");
        Domain.positive("pipeline", "issue width", issueWidth, "instructions a clock");
        Domain.positive("pipeline", "hazards", hazardsPerInstruction, "an instruction");
        Domain.require(
                lostFraction > 0 && lostFraction <= 1,
                "pipeline: lost fraction must be in (0, 1], got %s",
                lostFraction);
    }

    public double clockHertz(int stages) {
        Domain.require(stages >= 1, "pipeline: needs at least one stage, got %d", stages);
        return 1 / (logicSeconds / stages + overheadSeconds);
    }

    public double instructionsPerClock(int stages) {
        return 1 / (1 / issueWidth + lostFraction * hazardsPerInstruction * stages);
    }

    public double instructionsPerSecond(int stages) {
        return clockHertz(stages) * instructionsPerClock(stages);
    }

    /** The depth of most instructions a second, not yet rounded. */
    public double bestDepth() {
        return Math.sqrt(logicSeconds / (overheadSeconds * issueWidth * lostFraction * hazardsPerInstruction));
    }

    /** The whole number of stages of most instructions a second. */
    public int bestStages() {
        int below = Math.max(1, (int) Math.floor(bestDepth()));
        return instructionsPerSecond(below) >= instructionsPerSecond(below + 1) ? below : below + 1;
    }
}
