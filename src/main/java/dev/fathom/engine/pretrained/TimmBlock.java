package dev.fathom.engine.pretrained;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tensors of one of timm's blocks: a depthwise separable convolution ({@code conv_dw, bn1, se, conv_pw, bn2}), an
 * inverted residual ({@code conv_pw, bn1, conv_dw, bn2, se, conv_pwl, bn3}) or a single convolution ({@code conv,
 * bn1}). Which it is, and whether it has squeeze-and-excitation, is seen from the names.
 */
final class TimmBlock {
    private static final String SQUEEZE = "se";

    private final Set<String> names = new TreeSet<>();

    /** @param name after the block's number, such as {@code conv_dw.weight} */
    void add(String name) {
        names.add(name);
    }

    Set<String> names() {
        return names;
    }

    /** Layers in order, each convolution with its norm. */
    private List<List<String>> parts() {
        List<List<String>> parts = new ArrayList<>();
        if (has("conv_pwl")) {
            parts.add(List.of("conv_pw", "bn1"));
            parts.add(List.of("conv_dw", "bn2"));
        } else {
            parts.add(List.of(has("conv_dw") ? "conv_dw" : "conv", "bn1"));
        }
        if (has(SQUEEZE)) {
            parts.add(List.of(SQUEEZE));
        }
        if (has("conv_pwl")) {
            parts.add(List.of("conv_pwl", "bn3"));
        } else if (has("conv_dw")) {
            parts.add(List.of("conv_pw", "bn2"));
        }
        return parts;
    }

    private boolean has(String layer) {
        return names.stream().anyMatch(name -> name.startsWith(layer + "."));
    }

    /** Part of the block and place in the part (0 convolution, 1 norm) of a tensor, and the rest of its name. */
    private record Position(int part, int place, int parts, String rest) {}

    private Position position(String name) {
        String layer = name.substring(0, name.indexOf('.'));
        String rest = name.substring(name.indexOf('.') + 1);
        List<List<String>> parts = parts();
        for (int i = 0; i < parts.size(); i++) {
            int place = parts.get(i).indexOf(layer);
            if (place >= 0) {
                return new Position(i, place, parts.size(), rest);
            }
        }
        return new Position(parts.size(), 0, parts.size(), name);
    }

    /** {@code block.PART.0.weight}, {@code block.PART.fc1.weight}; a single convolution without {@code block.0}. */
    String nested(String name) {
        Position p = position(name);
        if (p.parts == 1) {
            return p.place + "." + p.rest;
        }
        String inside = name.startsWith(SQUEEZE + ".") ? excitation(p.rest) : p.place + "." + p.rest;
        return "block." + p.part + "." + inside;
    }

    private static String excitation(String rest) {
        return Map.of("conv_reduce", "fc1", "conv_expand", "fc2")
                        .getOrDefault(rest.substring(0, rest.indexOf('.')), "unknown")
                + rest.substring(rest.indexOf('.'));
    }

    /** {@code PART.0.weight}, but {@code PART.weight} and {@code PART + 1.weight} for the last convolution and norm. */
    String linearUnnested(String name) {
        Position p = position(name);
        return p.part == p.parts - 1 ? (p.part + p.place) + "." + p.rest : p.part + "." + p.place + "." + p.rest;
    }

    /** {@code 0} and {@code 1} for the first convolution and norm, {@code 3} and {@code 4} for the second. */
    String flat(String name) {
        Position p = position(name);
        return (3 * p.part + p.place) + "." + p.rest;
    }
}
