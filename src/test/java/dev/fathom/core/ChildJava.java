package dev.fathom.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java with the classes of this one: for what only a process of its own can show. */
public final class ChildJava {
    private ChildJava() {}

    /**
     * Not started yet.
     *
     * @param options of Java, before the class path
     * @param main class to run
     */
    public static ProcessBuilder of(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
