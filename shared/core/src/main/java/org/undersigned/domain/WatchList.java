package org.undersigned.domain;

import java.util.List;
import java.util.Optional;
import org.undersigned.text.Likeness;

/** Names that are often forged: whoever signs under one of them, or as somebody who looks so, waits for two approvers. */
public record WatchList(List<String> names) {
    /** In names. */
    public static final int MAX = 500;

    public static final WatchList EMPTY = new WatchList(List.of());

    /** The name on the list that this one is, looks like or has in it; {@code shown} is honorific and name together. */
    public Optional<String> match(String shown) {
        return watch().match(shown);
    }

    public boolean holds(String shown) {
        return match(shown).isPresent();
    }

    /** For matching many. */
    public Watch watch() {
        return new Watch(names.stream().map(Likeness::to).toList());
    }

    /** The list made ready. */
    public final class Watch {
        private final List<Likeness> listed;

        private Watch(List<Likeness> listed) {
            this.listed = listed;
        }

        public Optional<String> match(String shown) {
            if (listed.isEmpty()) return Optional.empty();
            var likeness = Likeness.to(shown);
            for (int i = 0; i < listed.size(); i++) if (likeness.holds(listed.get(i))) return Optional.of(names.get(i));
            return Optional.empty();
        }
    }
}
