package dev.fathom.ui.device;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.device.bench.BenchmarkOptions;
import dev.fathom.device.bench.DeviceLook;
import dev.fathom.device.bench.LatencyJob;
import dev.fathom.device.bench.LatencyResult;
import dev.fathom.device.bench.MeasuredModel;
import dev.fathom.device.bench.MeasuringPlace;
import dev.fathom.device.bench.WorkerOutputs;
import dev.fathom.device.discovery.Discovery;
import dev.fathom.device.discovery.FoundMachine;
import dev.fathom.device.ssh.HostKeyQuestion;
import dev.fathom.device.ssh.SecretPrompt;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.Workspace;
import dev.fathom.ui.job.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Devices over SSH and this computer. The connection to a device stays open for what follows, so that a password is asked
 * for once; it is closed when another place is used.
 */
final class RealBench implements Bench, AutoCloseable {
    private static final Duration SEARCH = Duration.ofSeconds(5);
    private static final long ASK_MILLIS = 200;

    private final Workspace workspace;
    private final HostKeyQuestion hostKeys;
    private final SecretPrompt secrets;
    private final Consumer<String> warnings;
    private final Workers workers;
    private Place connected;
    private LatencyJob job;

    /** @param warnings told what was left out while connecting */
    RealBench(
            Workspace workspace,
            HostKeyQuestion hostKeys,
            SecretPrompt secrets,
            Consumer<String> warnings,
            Workers workers) {
        this.workspace = workspace;
        this.hostKeys = hostKeys;
        this.secrets = secrets;
        this.warnings = warnings;
        this.workers = workers;
    }

    @Override
    public synchronized DeviceLook look(Place place, Monitor monitor) {
        return connectedTo(place, monitor, LatencyJob::look);
    }

    @Override
    public synchronized List<LatencyResult> measure(
            Place place, List<Path> models, BenchmarkOptions options, Consumer<DeviceLook> look, Monitor monitor)
            throws IOException {
        List<MeasuredModel> found = new ArrayList<>();
        for (Path model : models) {
            found.addAll(MeasuredModel.find(model.toString(), workspace, List.of()));
        }
        return connectedTo(place, monitor, there -> {
            look.accept(there.look());
            return there.measure(found, options, monitor);
        });
    }

    /** After a failure the connection is not used again: it may be what has failed. */
    private <V> V connectedTo(Place place, Monitor monitor, Function<LatencyJob, V> work) {
        if (!place.equals(connected)) {
            close();
            job = connect(place, monitor);
            connected = place;
        }
        try {
            return work.apply(job);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private LatencyJob connect(Place place, Monitor monitor) {
        MeasuringPlace where = place.isHere()
                ? new MeasuringPlace.Here()
                : MeasuringPlace.host(place.host(), hostKeys, secrets, warnings);
        return LatencyJob.connect(where, new WorkerOutputs(this::runWorker), monitor);
    }

    @Override
    public synchronized void close() {
        if (job != null) {
            job.close();
            job = null;
            connected = null;
        }
    }

    private void runWorker(List<String> words, Monitor monitor) {
        Workers.Handle worker = workers.start(words, progress -> {});
        WorkerResult result = await(worker, monitor);
        if (result instanceof WorkerResult.Failed failed) {
            throw new UserException(failed.what(), failed.remedy());
        }
        if (result.isCancelled()) {
            throw new CancellationException("Comparing");
        }
    }

    private static WorkerResult await(Workers.Handle worker, Monitor monitor) {
        while (true) {
            try {
                return worker.result().get(ASK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (monitor.isCancelled()) {
                    worker.cancel();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                worker.cancel();
                throw new CancellationException("Comparing");
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public List<FoundMachine> find(Monitor monitor) {
        return new Discovery().search(SEARCH, monitor::isCancelled, machine -> {});
    }
}
