package clock2cloud.signal.circuit;

/** How long the next step is. Errors are shares of what is allowed. */
interface StepSizes {
    /** A segment of this length begins at a corner. */
    void corner(double gap);

    /** The step to try when so much of the segment is left. */
    double next(double left);

    /** The last try was refused: its error was above 1, or infinite when it did not converge. */
    void refused(double error);

    /** The last try was taken with this error. */
    void taken(double error);

    /** Nothing shorter will be tried. */
    boolean finest();
}
