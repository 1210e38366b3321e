package dev.fathom.device.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One setting of an {@code ssh_config} file.
 *
 * @param keyword in lower case
 * @param arguments without their quotation marks
 */
record ConfigLine(String keyword, List<String> arguments) {
    private static final Pattern FORM = Pattern.compile("\\s*(?<keyword>[^\\s=#\"]+)\\s*=?\\s*(?<rest>.*)");
    private static final Pattern ARGUMENT = Pattern.compile("\"(?<quoted>[^\"]*)\"|(?<plain>[^\\s\"]+)");

    /** Empty for blank lines and comments. */
    static Optional<ConfigLine> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(form.group("rest"));
        while (argument.find() && !argument.group().startsWith("#")) {
            String quoted = argument.group("quoted");
            arguments.add(quoted != null ? quoted : argument.group("plain"));
        }
        return Optional.of(new ConfigLine(form.group("keyword").toLowerCase(Locale.ROOT), List.copyOf(arguments)));
    }
}
