package dev.fathom.data.synthetic;

import dev.fathom.data.synthetic.CandidateGrid.Candidate;
import java.util.List;

/** Light from one direction, and what stands in its way. */
final class DirectionalLight {
    private static final int REACH = 70;
    private static final double CELL = 1;

    private final Vec3 towards;
    private final CandidateGrid grid;

    /** @param towards unit direction to the light, above the horizon */
    DirectionalLight(Vec3 towards, Vec3 around, List<Shape> shapes) {
        this.towards = towards;
        int cells = (int) (2 * REACH / CELL);
        this.grid = new CandidateGrid(around.x() - REACH, around.z() - REACH, CELL, cells, cells);
        for (Shape shape : shapes) {
            Bounds shadow = Bounds.around(
                    shape.bounds().corners().stream().map(this::onGround).toList());
            grid.add(
                    new Candidate(shape, 0),
                    shadow.min().x(),
                    shadow.min().z(),
                    shadow.max().x(),
                    shadow.max().z());
        }
    }

    /** Where the light ray through a point meets the plane y = 0. */
    private Vec3 onGround(Vec3 p) {
        double k = p.y() / towards.y();
        return new Vec3(p.x() - k * towards.x(), 0, p.z() - k * towards.z());
    }

    /** Cosine of the angle under which the light falls on a surface, 0 from behind. */
    double cosine(Vec3 normal) {
        return Math.max(0, normal.dot(towards));
    }

    /** Whether nothing but the body itself lies between a point on it and the light. */
    boolean reaches(Vec3 point, Shape body) {
        Vec3 foot = onGround(point);
        Ray ray = new Ray(point.plus(towards.times(1e-3)), towards);
        for (Candidate candidate : grid.at(foot.x(), foot.z())) {
            if (candidate.shape() != body && candidate.shape().distance(ray) < Double.POSITIVE_INFINITY) {
                return false;
            }
        }
        return true;
    }
}
