package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.core.Intrinsics;

/** A part of the pictures that a data set's users keep, depth and picture alike, before anything else is done. */
public enum CropRule {
    /** The bottom 352 rows and middle 1216 columns, the "KB crop" of KITTI; smaller pictures stay as they are. */
    KITTI(352, 1216) {
        @Override
        Window window(int width, int height) {
            boolean small = height < part.height() || width < part.width();
            return small
                    ? new Window(0, 0, width, height)
                    : new Window((width - part.width()) / 2, height - part.height(), part.width(), part.height());
        }
    },
    /** Rows 45 to 471 and columns 43 to 607 of 480x640, without the white frame of NYU Depth's pictures. */
    NYU_BORDER(427, 565) {
        @Override
        Window window(int width, int height) {
            return width == ImageSize.VGA.width() && height == ImageSize.VGA.height()
                    ? new Window(43, 45, part.width(), part.height())
                    : new Window(0, 0, width, height);
        }
    };

    final ImageSize part;

    CropRule(int height, int width) {
        this.part = new ImageSize(height, width);
    }

    /** Columns and rows that are kept. */
    record Window(int left, int top, int width, int height) {}

    abstract Window window(int width, int height);

    /** The camera of the part. */
    public Intrinsics of(Intrinsics whole) {
        Window window = window(whole.width(), whole.height());
        return whole.cropped(window.left, window.top, window.width, window.height);
    }
}
