package dev.fathom.ui.experiment;

/** Changes the text of a configuration for a test. */
final class ConfigText {
    private ConfigText() {}

    static String with(String yaml, String architecture, int threads) {
        return new Draft(Draft.parse(yaml, "test").tree())
                .with("model.architecture", architecture)
                .with("training.threads", threads)
                .yaml();
    }
}
