package org.undersigned.admin;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.undersigned.domain.Term;

/** Who calls the admin API, by the issuer's name for them; without {@code statements} they may work on all. */
public record Caller(String actor, Role role, Optional<Set<String>> statements) {

    public boolean may(Role least) {
        return role.compareTo(least) >= 0;
    }

    public boolean maySee(String statement) {
        return statements.isEmpty() || statements.get().contains(statement);
    }

    /** What is done in one request. */
    public Act act(Instant at, String requestId) {
        return new Act(actor, Term.of(role), at, requestId);
    }

    /** Does not print who it is: it must not reach a log. */
    @Override
    public String toString() {
        return "Caller[" + role + "]";
    }
}
