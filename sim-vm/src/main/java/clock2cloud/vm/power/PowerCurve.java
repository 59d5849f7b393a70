package clock2cloud.vm.power;

/** What a host draws when a part of its cores computes. */
public interface PowerCurve {
    /** At a utilisation in [0, 1]. */
    double watts(double utilisationFraction);
}
