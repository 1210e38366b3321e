package dev.fathom.study;

import dev.fathom.core.UserException;

/** Where a study finds the configurations that it names. */
@FunctionalInterface
public interface ConfigSource {

    /**
     * The YAML text of a configuration.
     *
     * @param name of a preset, or path of a file
     * @throws UserException if there is none
     */
    String yaml(String name);
}
