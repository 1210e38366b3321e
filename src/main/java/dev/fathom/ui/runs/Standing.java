package dev.fathom.ui.runs;

import dev.fathom.run.RunState;

/**
 * What a run is doing, said once: by a word in the list and over the run, and by one sentence below it.
 *
 * @param word its state, with "starting" from the order to train it until its first step
 * @param sentence what that means now, or how far it is
 */
record Standing(String word, String sentence) {
    private static final String STARTING = "starting";

    static final Standing NONE = new Standing("", "");

    /**
     * @param run as the list knows it
     * @param ordered whether a worker was started for it that has not written anything yet
     * @param place where it waits in the queue, empty if it does not
     */
    static Standing of(RunSummary run, boolean ordered, String place) {
        boolean begun = run.position().epoch() > 0;
        if (ordered || run.state() == RunState.RUNNING && !begun) {
            return new Standing(STARTING, "the data are read, the network is prepared");
        }
        if (run.state() == RunState.QUEUED && place.isEmpty()) {
            return new Standing("not started", "it is not in the queue");
        }
        return new Standing(run.stateText(), place.isEmpty() ? run.detail() : place);
    }

    /** Whether it is trained but has not come to a step. */
    boolean isStarting() {
        return word.equals(STARTING);
    }

    /** Whether something trains it. */
    boolean isActive() {
        return isStarting() || word.equals(RunState.RUNNING.text());
    }
}
