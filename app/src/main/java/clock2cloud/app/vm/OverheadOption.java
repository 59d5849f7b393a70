package clock2cloud.app.vm;

import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.vm.host.VirtualizationOverhead;
import picocli.CommandLine.Option;

/** {@code --overhead}: a name with a source, or a plain percentage. */
final class OverheadOption {
    @Option(
            names = "--overhead",
            paramLabel = "NAME|PERCENT",
            defaultValue = "kvm-tuned",
            description = "What the hypervisor keeps: none, kvm-tuned, kvm-untuned, penryn or a percentage"
                    + " (default: ${DEFAULT-VALUE}).")
    private String text = "kvm-tuned";

    VirtualizationOverhead overhead() {
        return of(text);
    }

    static VirtualizationOverhead of(String name) {
        return switch (name) {
            case "none" -> VirtualizationOverhead.NONE;
            case "kvm-tuned" -> VirtualizationOverhead.KVM_TUNED;
            case "kvm-untuned" -> VirtualizationOverhead.KVM_UNTUNED;
            case "penryn" -> VirtualizationOverhead.PENRYN;
            default -> VirtualizationOverhead.constant(percentage(name), "given");
        };
    }

    private static double percentage(String text) {
        try {
            return Quantities.parse(text, Unit.FRACTION);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--overhead " + text + ": name none, kvm-tuned, kvm-untuned, penryn or a percentage such as 5%", e);
        }
    }
}
