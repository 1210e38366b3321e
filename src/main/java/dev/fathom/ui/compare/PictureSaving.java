package dev.fathom.ui.compare;

import dev.fathom.core.DepthMap;
import dev.fathom.core.Intrinsics;
import dev.fathom.core.RgbImage;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.data.file.PlyFile;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.FilePicker;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.image.Raster;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Copies and saves what the pane under the pointer shows, or the points in space are made of. */
final class PictureSaving {
    private static final String NOTHING = "There is no picture to copy or save in this pane";
    private static final String POINT_AT = "Point at a pane that shows one";

    private final CompareViewModel model;
    private final FilePicker picker;
    private final TaskExecutor executor;
    private final Notices notices;
    private Path lastFolder;

    PictureSaving(CompareViewModel model, FilePicker picker, TaskExecutor executor, Notices notices) {
        this.model = model;
        this.picker = picker;
        this.executor = executor;
        this.notices = notices;
    }

    /** Puts the picture with its bar of colours on the clipboard. */
    void copy() {
        withPicture((picture, raster) -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(sheet(picture, raster));
            Clipboard.getSystemClipboard().setContent(content);
            notices.inform(picture.title() + " was copied", "");
        });
    }

    /** Saves the picture with its bar of colours as PNG. */
    void savePicture() {
        withPicture((picture, raster) -> {
            RgbImage pixels = PictureSheet.pixels(sheet(picture, raster));
            save("Save " + picture.title(), name(picture, ".png"), file -> RgbFile.writePng(file, pixels));
        });
    }

    /** Saves the depth itself: 16-bit gray PNG in millimetres, 0 where there is none. */
    void saveDepth() {
        withDepth((picture, depth) -> save(
                "Save " + picture.title() + " in millimetres",
                name(picture, "_mm.png"),
                file -> DepthPng.write(file, depth, DepthPng.MILLIMETRES)));
    }

    /** Saves the depth as coloured points in metres: binary PLY. */
    void savePoints() {
        withDepth((picture, depth) -> {
            Found<RgbImage> colours =
                    model.shownProperty().get().painted().comparison().rgb();
            if (!colours.isThere()) {
                notices.error("The points have no colours: " + colours.reason(), "Choose an image with a picture");
                return;
            }
            Intrinsics camera = model.camera().on(depth.width(), depth.height());
            save(
                    "Save the points of " + picture.title(),
                    name(picture, ".ply"),
                    file -> PlyFile.write(file, depth, colours.value(), camera));
        });
    }

    /** What the pane under the pointer shows, or the points in space are made of. */
    private Picture chosen() {
        boolean inSpace = model.panes().modeProperty().get() == ViewMode.CLOUD;
        return inSpace
                ? model.cloud().pictureProperty().get()
                : model.panes().activePane().pictureProperty().get();
    }

    private void withDepth(BiConsumer<Picture, DepthMap> use) {
        Picture picture = chosen();
        Shown shown = model.shownProperty().get();
        if (!picture.isDepth()) {
            notices.error(picture.title() + " is no depth", "Point at the ground truth or at a prediction");
            return;
        }
        Found<DepthMap> depth =
                shown == null ? Found.missing("") : shown.painted().comparison().depth(picture);
        if (depth.isThere()) {
            use.accept(picture, depth.value());
        } else {
            notices.error(NOTHING, POINT_AT);
        }
    }

    private void withPicture(BiConsumer<Picture, Raster> use) {
        Shown shown = model.shownProperty().get();
        Found<Raster> content =
                shown == null ? Found.missing("") : shown.painted().raster(chosen());
        if (content.isThere()) {
            use.accept(chosen(), content.value());
        } else {
            notices.error(NOTHING, POINT_AT);
        }
    }

    private WritableImage sheet(Picture picture, Raster raster) {
        Shown shown = model.shownProperty().get();
        return PictureSheet.draw(raster, picture, shown.painted(), caption(shown, picture));
    }

    /** What it is, of which run, image and epoch. */
    static String caption(Shown shown, Picture picture) {
        Choice choice = shown.painted().comparison().choice();
        String image = choice.image().id();
        if (picture.side() == null) {
            return picture.title() + "  ·  " + image;
        }
        String run = choice.runs().get(picture.side()).value().name();
        String kind = picture.isError() ? picture.title().replaceFirst(" of .*", "") + " of " : "";
        Moment moment = choice.moments().get(picture.side());
        return kind + run + ", " + moment.text().toLowerCase(Locale.ROOT) + "  ·  " + image;
    }

    private String name(Picture picture, String ending) {
        Choice choice = model.shownProperty().get().painted().comparison().choice();
        String kind = picture.title().toLowerCase(Locale.ROOT).replace(' ', '-');
        return choice.image().id() + "_" + kind + ending;
    }

    /** Writes a file. */
    private interface Writing {
        void to(Path file) throws Exception;
    }

    private void save(String title, String name, Writing writing) {
        picker.save(title, lastFolder, name).ifPresent(file -> {
            lastFolder = file.toAbsolutePath().getParent();
            BackgroundTask.run(() -> writing.to(file))
                    .onSuccess(nothing -> notices.inform("Saved " + file.getFileName(), "In " + lastFolder))
                    .onFailure(e -> notices.error(
                            file + " cannot be written: " + e.getMessage(),
                            "Choose a folder that you may write to, with space left"))
                    .executeWith(executor);
        });
    }
}
