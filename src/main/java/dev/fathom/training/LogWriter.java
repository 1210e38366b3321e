package dev.fathom.training;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line an epoch in the run's log. */
final class LogWriter implements TrainingListener {
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    @Override
    public void onEpoch(EpochReport epoch) {
        String validation = epoch.validation()
                .map(m -> String.format(
                        Locale.ROOT,
                        ", si-RMSE %.4f, RMSE %.3f m, REL %.4f%s",
                        m.siRmse(),
                        m.rmse(),
                        m.absRel(),
                        epoch.improved() ? " (best so far)" : ""))
                .orElse("");
        LOG.info(String.format(
                Locale.ROOT,
                "Epoch %d of %d, step %d: loss %.4f%s",
                epoch.epoch(),
                epoch.epochs(),
                epoch.step(),
                epoch.trainLoss(),
                validation));
    }
}
