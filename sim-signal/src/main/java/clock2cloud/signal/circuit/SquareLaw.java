package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.MosfetModel;

/** The channel current of Shichman and Hodges (1968), seen from whichever end is the source now. */
final class SquareLaw {
    private final double beta;
    private final double builtIn;
    private final double gamma;
    private final double phi;
    private final double lambda;
    private final double root;
    double on;
    double saturationVolts;
    double amperes;
    double gm;
    double gds;
    double gmbs;

    SquareLaw(MosfetModel model, double width, double length) {
        beta = model.transconductance() * width / length;
        gamma = model.gamma();
        phi = model.phi();
        lambda = model.lambda();
        root = Math.sqrt(phi);
        builtIn = model.polarity() * model.thresholdVolts() - gamma * root;
    }

    void evaluate(double vgs, double vds, double vbs) {
        boolean forward = vds >= 0;
        double gate = forward ? vgs : vgs - vds;
        double back = forward ? vbs : vbs - vds;
        double drain = Math.abs(vds);
        double body = 0;
        double slope = 0;
        if (gamma > 0) {
            body = back <= 0 ? Math.sqrt(phi - back) : Math.max(0, root - back / (2 * root));
            slope = body <= 0 ? 0 : gamma / (2 * body);
        }
        on = builtIn + gamma * body;
        double over = gate - on;
        saturationVolts = Math.max(over, 0);
        if (over <= 0) {
            amperes = 0;
            gm = 0;
            gds = 0;
        } else if (over <= drain) {
            double b = beta * (1 + lambda * drain);
            amperes = b * over * over / 2;
            gm = b * over;
            gds = lambda * beta * over * over / 2;
        } else {
            double b = beta * (1 + lambda * drain);
            double middle = drain * (over - drain / 2);
            amperes = b * middle;
            gm = b * drain;
            gds = b * (over - drain) + lambda * beta * middle;
        }
        gmbs = gm * slope;
    }
}
