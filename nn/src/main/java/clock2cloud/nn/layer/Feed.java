package clock2cloud.nn.layer;

import clock2cloud.nn.data.DataSet;

/** What fills a net's first signal: rows of a data set, gathered in a given order; bytes become floats on the way. */
public interface Feed {
    /** My rows, or all where each worker has its own copy, of the batch that starts at {@code first} in {@code order}. */
    void gather(DataSet data, int[] order, int first, StepState state, Share share);

    /** Whether each worker has gathered all that it will read, so that none need wait for another. */
    default boolean isCopied() {
        return false;
    }
}
