package dev.fathom.study;

import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A training of the study, before or after it is carried out.
 *
 * @param number from 1, in the order of the queue; those that it needs have smaller ones
 * @param label what it is, for people
 * @param seed of weights, order and augmentation
 * @param tree resolved configuration in which {@code run:NUMBER} stands for other runs
 */
public record PlannedRun(int number, String label, long seed, Map<String, Object> tree) {

    /** Numbers of the runs that must be finished before. */
    List<Integer> needs() {
        List<Integer> numbers = new ArrayList<>();
        Reference.replace(tree, name -> {
            numbers.add(Integer.valueOf(name));
            return name;
        });
        return List.copyOf(numbers);
    }

    /** The configuration with the folders of the runs that it needs. */
    RunConfig config(Map<Integer, Path> folders) {
        Map<String, Object> concrete = Reference.replace(
                tree, name -> folders.get(Integer.valueOf(name)).toString());
        return Json.fromTree(concrete, RunConfig.class, "the run \"" + label + "\"");
    }

    /** Two configurations with the same identity give the same weights, up to the number of threads. */
    static Map<String, Object> identity(Map<String, Object> tree) {
        Map<String, Object> copy = new LinkedHashMap<>(tree);
        copy.remove("name");
        copy.remove("tags");
        if (copy.get("training") instanceof Map<?, ?> training) {
            Map<Object, Object> rest = new LinkedHashMap<>(training);
            rest.remove("threads");
            copy.put("training", rest);
        }
        return copy;
    }
}
