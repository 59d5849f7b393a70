package clock2cloud.vm;

/** A virtual machine that was not admitted, and why: part of the result, never silently dropped. */
public record Refusal(String name, String reason) {}
