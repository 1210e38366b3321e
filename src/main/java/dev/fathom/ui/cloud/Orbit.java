package dev.fathom.ui.cloud;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** A camera that turns about a point in front of it. View model: no nodes. */
public final class Orbit {
    private static final double STEEPEST = Math.toRadians(89);
    private static final double NEAREST = 0.05;
    private static final double FARTHEST = 500;
    /** A little from the side and above, so that depth is seen at once. */
    private static final double FIRST_YAW = Math.toRadians(-16);

    private static final double FIRST_PITCH = Math.toRadians(10);

    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private double middle = 1;
    private Pose pose = new Pose(0, 0, 1, FIRST_YAW, FIRST_PITCH, 1);

    /**
     * Where the camera is.
     *
     * @param x of the point about which it turns, metres in the coordinates of the cloud
     * @param y of that point
     * @param z of that point
     * @param yaw radians to the right about the vertical axis; 0 looks as the picture's camera did
     * @param pitch radians downwards
     * @param distance metres from that point
     */
    public record Pose(double x, double y, double z, double yaw, double pitch, double distance) {}

    /** Grows with every change. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    public Pose pose() {
        return pose;
    }

    private void move(Pose to) {
        pose = to;
        revision.set(revision.get() + 1);
    }

    /** Looks at a cloud whose points lie about this deep; the first time, or if it is much deeper than the last. */
    public void aimAt(double depth) {
        boolean other = depth > 2 * middle || depth < middle / 2;
        if (other || revision.get() == 0) {
            middle = depth;
            reset();
        }
    }

    /** Back to the picture's camera, a little from the side. */
    public void reset() {
        move(new Pose(0, 0, middle, FIRST_YAW, FIRST_PITCH, middle));
    }

    /** Turns by radians. */
    public void turn(double right, double down) {
        double pitch = Math.max(-STEEPEST, Math.min(STEEPEST, pose.pitch() + down));
        move(new Pose(pose.x(), pose.y(), pose.z(), pose.yaw() + right, pitch, pose.distance()));
    }

    /** Goes nearer by a factor above 1, away by one below. */
    public void approach(double factor) {
        double distance = Math.max(NEAREST, Math.min(FARTHEST, pose.distance() / factor));
        move(new Pose(pose.x(), pose.y(), pose.z(), pose.yaw(), pose.pitch(), distance));
    }

    /** Moves the cloud by metres along the screen. */
    public void shift(double right, double down) {
        double sinYaw = Math.sin(pose.yaw());
        double cosYaw = Math.cos(pose.yaw());
        double sinPitch = Math.sin(pose.pitch());
        double x = pose.x() - right * cosYaw - down * sinPitch * sinYaw;
        double y = pose.y() - down * Math.cos(pose.pitch());
        double z = pose.z() + right * sinYaw - down * sinPitch * cosYaw;
        move(new Pose(x, y, z, pose.yaw(), pose.pitch(), pose.distance()));
    }
}
