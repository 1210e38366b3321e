package dev.fathom.ui.experiment;

import dev.fathom.run.DistillationConfig.TapPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** The stages of student and teacher in two columns, the finest on top, with a line for each pair. */
final class TapDiagram extends Pane {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final double STAGE_WIDTH = 200;
    private static final double STAGE_HEIGHT = 34;
    private static final double GAP = 10;
    private static final double TOP = 30;

    private final BiConsumer<String, String> onToggle;
    private final BiConsumer<TapPair, Double> onWeight;
    private final Map<String, Button> students = new LinkedHashMap<>();
    private final Map<String, Button> teachers = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Line pull = new Line();
    private final Label studentTitle = new Label();
    private final Label teacherTitle = new Label();
    private String picked;
    private Object shown;

    /** A pair as a line with its weight. */
    private record Link(TapPair pair, Line line, TextField weight) {}

    /**
     * @param onToggle told of a student's and a teacher's tap
     * @param onWeight told of a pair's new weight
     */
    TapDiagram(BiConsumer<String, String> onToggle, BiConsumer<TapPair, Double> onWeight) {
        this.onToggle = onToggle;
        this.onWeight = onWeight;
        setId("tap-diagram");
        getStyleClass().add("tap-diagram");
        pull.getStyleClass().add("tap-pull");
        pull.setVisible(false);
        pull.setMouseTransparent(true);
        studentTitle.getStyleClass().add("tap-title");
        teacherTitle.getStyleClass().add("tap-title");
    }

    void show(NetworkFacts student, NetworkFacts teacher, List<TapPair> pairs) {
        Object wanted = List.of(student, teacher, pairs);
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        picked = null;
        students.clear();
        teachers.clear();
        links.clear();
        getChildren().setAll(studentTitle, teacherTitle, pull);
        studentTitle.setText("Student  " + student.name());
        teacherTitle.setText("Teacher  " + teacher.name());
        stages(student).forEach(tap -> students.put(tap.name(), stage(tap, true)));
        stages(teacher).forEach(tap -> teachers.put(tap.name(), stage(tap, false)));
        pairs.forEach(this::link);
        getChildren().addAll(students.values());
        getChildren().addAll(teachers.values());
        int rows = Math.max(students.size(), teachers.size());
        double height = TOP + rows * (STAGE_HEIGHT + GAP);
        setMinHeight(height);
        setPrefHeight(height);
        requestLayout();
    }

    /** The decoder's stages first, each part from fine to coarse. */
    private static List<NetworkFacts.TapShape> stages(NetworkFacts network) {
        return network.taps().stream()
                .sorted(Comparator.comparing((NetworkFacts.TapShape tap) -> !tap.ofDecoder())
                        .thenComparing(tap -> -tap.shape().height()))
                .toList();
    }

    private Button stage(NetworkFacts.TapShape tap, boolean ofStudent) {
        Button stage = new Button(tap.name() + "   " + tap.shape());
        stage.setId((ofStudent ? "student-" : "teacher-") + tap.name().replace('/', '-'));
        stage.getStyleClass().add("tap-stage");
        stage.setAlignment(ofStudent ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        stage.setTooltip(new Tooltip("Channels x height x width: " + tap.shape()));
        stage.setAccessibleText((ofStudent ? "Student's " : "Teacher's ") + tap.name());
        stage.setOnAction(event -> pick(tap.name(), ofStudent));
        if (ofStudent) {
            stage.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(stage, event));
            stage.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> drop(tap.name(), event));
        }
        return stage;
    }

    private void pick(String name, boolean ofStudent) {
        if (ofStudent) {
            picked = name.equals(picked) ? null : name;
            students.forEach((tap, stage) -> stage.pseudoClassStateChanged(PICKED, tap.equals(picked)));
        } else if (picked != null) {
            onToggle.accept(picked, name);
        }
    }

    private void drag(Button stage, MouseEvent event) {
        Point2D to = sceneToLocal(event.getSceneX(), event.getSceneY());
        pull.setStartX(stage.getLayoutX() + stage.getWidth());
        pull.setStartY(stage.getLayoutY() + stage.getHeight() / 2);
        pull.setEndX(to.getX());
        pull.setEndY(to.getY());
        pull.setVisible(true);
        pull.toFront();
    }

    private void drop(String student, MouseEvent event) {
        if (!pull.isVisible()) {
            return;
        }
        pull.setVisible(false);
        Point2D at = sceneToLocal(event.getSceneX(), event.getSceneY());
        for (Map.Entry<String, Button> teacher : teachers.entrySet()) {
            Bounds bounds = teacher.getValue().getBoundsInParent();
            if (bounds.contains(at)) {
                onToggle.accept(student, teacher.getKey());
                return;
            }
        }
    }

    private void link(TapPair pair) {
        if (!students.containsKey(pair.student()) || !teachers.containsKey(pair.teacher())) {
            return;
        }
        Line line = new Line();
        line.getStyleClass().add("tap-line");
        TextField weight = new TextField(FieldKind.number(pair.weight()));
        weight.getStyleClass().add("tap-weight");
        weight.setTooltip(new Tooltip("Weight of this pair"));
        weight.setAccessibleText("Weight of " + pair.student() + " with " + pair.teacher());
        weight.setPrefWidth(52);
        weight.setOnAction(event -> weigh(pair, weight));
        weight.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                weigh(pair, weight);
            }
        });
        line.setOnMouseClicked(event -> weight.requestFocus());
        links.add(new Link(pair, line, weight));
        getChildren().addAll(line, weight);
    }

    /** What is no weight is not taken, and does not stay as if it were. */
    private void weigh(TapPair pair, TextField field) {
        Object value = FieldKind.NUMBER.value(field.getText());
        if (!(value instanceof Number number) || number.doubleValue() < 0) {
            field.setText(FieldKind.number(pair.weight()));
        } else if (number.doubleValue() != pair.weight()) {
            onWeight.accept(pair, number.doubleValue());
        }
    }

    @Override
    protected void layoutChildren() {
        double right = Math.max(STAGE_WIDTH + 120, getWidth() - STAGE_WIDTH);
        // A composed network has a long name, and between the columns is room.
        place(studentTitle, 0, (right + STAGE_WIDTH) / 2);
        place(teacherTitle, right, STAGE_WIDTH);
        column(students, 0);
        column(teachers, right);
        for (Link link : links) {
            Button from = students.get(link.pair.student());
            Button to = teachers.get(link.pair.teacher());
            link.line.setStartX(from.getLayoutX() + STAGE_WIDTH);
            link.line.setStartY(from.getLayoutY() + STAGE_HEIGHT / 2);
            link.line.setEndX(to.getLayoutX());
            link.line.setEndY(to.getLayoutY() + STAGE_HEIGHT / 2);
            double width = link.weight.prefWidth(-1);
            double height = link.weight.prefHeight(-1);
            double x = (link.line.getStartX() + link.line.getEndX()) / 2;
            double y = (link.line.getStartY() + link.line.getEndY()) / 2;
            link.weight.resizeRelocate(x - width / 2, y - height / 2, width, height);
        }
    }

    private static void place(Region title, double x, double width) {
        title.resizeRelocate(x, 0, width, title.prefHeight(-1));
    }

    private static void column(Map<String, Button> stages, double x) {
        double y = TOP;
        for (Button stage : stages.values()) {
            stage.resizeRelocate(x, y, STAGE_WIDTH, STAGE_HEIGHT);
            y += STAGE_HEIGHT + GAP;
        }
    }
}
