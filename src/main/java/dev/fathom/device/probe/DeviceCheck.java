package dev.fathom.device.probe;

/**
 * One thing about a device, good or not.
 *
 * @param needed whether nothing can be measured without it; else the numbers are worth less
 * @param found what is there
 * @param remedy the command that puts it right, with a word where a command is not enough; empty if it is right
 */
public record DeviceCheck(String name, boolean passed, boolean needed, String found, String remedy) {
    private static final String WORD = "   (";

    /** The command alone, as a shell takes it. */
    public String command() {
        int word = remedy.indexOf(WORD);
        return word < 0 ? remedy : remedy.substring(0, word);
    }

    /** The word beside the command, empty if it needs none. */
    public String advice() {
        int word = remedy.indexOf(WORD);
        return word < 0 ? "" : remedy.substring(word + WORD.length(), remedy.length() - 1);
    }
}
