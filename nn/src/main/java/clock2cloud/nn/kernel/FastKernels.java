package clock2cloud.nn.kernel;

/** The choice of kernels at start: vectors where the JVM has the incubator module, plain loops elsewhere. */
public final class FastKernels {
    private static final String VECTOR = "clock2cloud.nn.vector.VectorKernels";

    private FastKernels() {}

    /** The fastest kernels that this JVM can run; {@link Kernels#name} tells which. */
    public static Kernels here() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new ScalarKernels();
        }
        try {
            return Class.forName(VECTOR)
                    .asSubclass(Kernels.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            return new ScalarKernels();
        }
    }
}
