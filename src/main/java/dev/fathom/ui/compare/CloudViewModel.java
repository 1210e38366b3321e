package dev.fathom.ui.compare;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.cloud.Orbit;
import dev.fathom.ui.cloud.PointCloud;
import dev.fathom.ui.image.Colouring;
import dev.fathom.ui.image.Raster;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** A depth map as points in space. View model: no nodes. */
public final class CloudViewModel {
    static final String COMPUTING = "Computing the points";

    private final TaskExecutor executor;
    private final Notices notices;
    private final LatestTask making;
    private final ObjectProperty<Picture> picture = new SimpleObjectProperty<>(Picture.RUN_A);
    private final ObjectProperty<CloudColours> colours = new SimpleObjectProperty<>(CloudColours.PICTURE);
    private final ReadOnlyObjectWrapper<Found<PointCloud>> cloud =
            new ReadOnlyObjectWrapper<>(Found.missing(COMPUTING));
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final Orbit orbit = new Orbit();
    private Shown shown;
    private SceneCamera camera;

    CloudViewModel(TaskExecutor executor, Notices notices) {
        this.executor = executor;
        this.notices = notices;
        this.making = new LatestTask(executor);
        picture.addListener(change -> make());
        colours.addListener(change -> make());
    }

    /** Makes the cloud of what is shown. */
    void show(Shown nowShown, SceneCamera nowCamera) {
        shown = nowShown;
        camera = nowCamera;
        make();
    }

    /** Shows why there is none. */
    void clear(String reason) {
        shown = null;
        cloud.set(Found.missing(reason));
        caption.set("");
    }

    private void make() {
        if (shown == null) {
            return;
        }
        if (!cloud.get().isThere()) {
            cloud.set(Found.missing(COMPUTING));
        }
        Shown now = shown;
        Picture wanted = picture.get();
        CloudColours by = colours.get();
        SceneCamera eye = camera;
        making.submit(BackgroundTask.of(() -> make(now.painted(), wanted, by, eye))
                .onSuccess(made -> {
                    if (now == shown) {
                        take(made);
                    }
                })
                .onFailure(notices::error));
    }

    private void take(Found<PointCloud> made) {
        if (made.isThere()) {
            orbit.aimAt(made.value().middle());
            int width = made.value().camera().width();
            caption.set(Numbers.count(made.value().count()) + " points, " + camera.text(width));
        } else {
            caption.set("");
        }
        cloud.set(made);
    }

    private static Found<PointCloud> make(Painted painted, Picture wanted, CloudColours by, SceneCamera camera) {
        return painted.comparison().depth(wanted).flatMap(depth -> colours(painted, wanted, by, depth)
                .map(raster -> PointCloud.of(depth, camera.on(depth.width(), depth.height()), raster)));
    }

    private static Found<Raster> colours(Painted painted, Picture wanted, CloudColours by, DepthMap depth) {
        return switch (by) {
            case PICTURE -> {
                Found<RgbImage> rgb = painted.comparison().rgb();
                yield rgb.map(Colouring::picture);
            }
            case DEPTH ->
                Found.of(Colouring.depth(
                        depth, painted.map(wanted), painted.ranges().get(wanted)));
            case ERROR ->
                wanted.side() == null
                        ? Found.missing("The ground truth has no error: choose a prediction, or other colours")
                        : painted.raster(Picture.absoluteError(wanted.side()));
        };
    }

    TaskExecutor executor() {
        return executor;
    }

    /** Which depth. */
    public ObjectProperty<Picture> pictureProperty() {
        return picture;
    }

    public ObjectProperty<CloudColours> coloursProperty() {
        return colours;
    }

    ReadOnlyObjectProperty<Found<PointCloud>> cloudProperty() {
        return cloud.getReadOnlyProperty();
    }

    /** How many points, and by which camera. */
    public ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }

    public Orbit orbit() {
        return orbit;
    }
}
