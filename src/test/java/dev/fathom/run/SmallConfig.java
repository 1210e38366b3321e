package dev.fathom.run;

/** A configuration of defaults. */
public final class SmallConfig {
    private SmallConfig() {}

    /** @param distillation null for none */
    public static RunConfig of(String name, String data, DistillationConfig distillation) {
        return new RunConfig(
                null,
                name,
                null,
                null,
                ModelConfig.of("litedepth"),
                DataConfig.of(data),
                null,
                null,
                null,
                null,
                null,
                null,
                distillation);
    }
}
