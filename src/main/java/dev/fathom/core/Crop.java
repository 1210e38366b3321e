package dev.fathom.core;

/** The part of an image that a protocol scores. */
sealed interface Crop {
    /** In words, for a protocol's rules. */
    String rule();

    /** @throws UserException if there is no such part in images of this size */
    Window of(int height, int width);

    /** Rows and columns from {@code top} and {@code left} up to but without {@code bottom} and {@code right}. */
    record Window(int top, int bottom, int left, int right) {}

    /** All of it. */
    record Whole() implements Crop {
        @Override
        public String rule() {
            return "whole image";
        }

        @Override
        public Window of(int height, int width) {
            return new Window(0, height, 0, width);
        }
    }

    /** Parts of height and width, rounded down. */
    record Share(String name, double top, double bottom, double left, double right) implements Crop {
        @Override
        public String rule() {
            return name + " crop";
        }

        @Override
        public Window of(int height, int width) {
            return new Window(
                    (int) (top * height), (int) (bottom * height), (int) (left * width), (int) (right * width));
        }
    }

    /** Fixed rows and columns of images of one size. */
    record Fixed(String name, int height, int width, Window window) implements Crop {
        @Override
        public String rule() {
            return name + " crop (rows " + window.top + " to " + (window.bottom - 1) + ", columns " + window.left
                    + " to " + (window.right - 1) + ")";
        }

        @Override
        public Window of(int imageHeight, int imageWidth) {
            if (imageHeight != height || imageWidth != width) {
                throw new UserException(
                        "The " + name + " crop is for depth of " + height + "x" + width + ", not of " + imageHeight
                                + "x" + imageWidth,
                        "Score images of that size, or choose another protocol");
            }
            return window;
        }
    }
}
