package dev.fathom.device.ssh;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * For which host settings are looked up.
 *
 * @param name as the user wrote it
 * @param address what the configuration makes of the name
 * @param user on the host
 */
record HostQuery(String name, String address, String user) {
    static final String LOCAL_USER = System.getProperty("user.name");

    /** The condition that a {@code Match} line states; empty if it has a criterion that is not known here. */
    static Optional<Predicate<HostQuery>> matching(List<String> criteria) {
        if (criteria.size() == 1 && criteria.get(0).equalsIgnoreCase("all")) {
            return Optional.of(query -> true);
        }
        Predicate<HostQuery> condition = query -> true;
        for (int i = 0; i < criteria.size(); i += 2) {
            if (i + 1 == criteria.size()) {
                return Optional.empty();
            }
            Patterns patterns = Patterns.ofCommas(criteria.get(i + 1));
            switch (criteria.get(i).toLowerCase(Locale.ROOT)) {
                case "host" -> condition = condition.and(query -> patterns.match(query.address()));
                case "originalhost" -> condition = condition.and(query -> patterns.match(query.name()));
                case "user" -> condition = condition.and(query -> patterns.match(query.user()));
                case "localuser" -> condition = condition.and(query -> patterns.match(LOCAL_USER));
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(condition);
    }
}
