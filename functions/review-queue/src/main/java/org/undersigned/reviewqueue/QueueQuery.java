package org.undersigned.reviewqueue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.SignatureJson.Flag;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Term;
import org.undersigned.tables.ReviewIndex.Direction;

/** What a moderator wants to see of a queue. */
record QueueQuery(
        Queue queue,
        Direction order,
        Optional<String> category,
        Optional<String> flag,
        Optional<String> after,
        int limit) {
    static final List<String> FLAGS = List.of(
            "claims-imported-row",
            "first-approver",
            "free-mail",
            "mail-bounced",
            "name-listed",
            "name-nearly-listed",
            "name-waiting",
            "same-network",
            "watch-list");

    boolean isOf(String category) {
        return this.category.isEmpty() || this.category.get().equals(category);
    }

    boolean hasOneOf(List<Flag> flags) {
        return flag.isEmpty() || flags.stream().anyMatch(raised -> raised.code().equals(flag.get()));
    }

    /** The relative URL of the page that begins after that moment, which is encoded for a URL. */
    String next(String moment) {
        var url = new StringBuilder("queue?status=" + Term.of(queue) + "&limit=" + limit);
        if (order == Direction.NEWEST) url.append("&order=").append(Term.of(order));
        category.ifPresent(id -> url.append("&category=").append(id));
        flag.ifPresent(code -> url.append("&flag=").append(code));
        return url + "&after=" + moment;
    }

    /** As the audit tells it. */
    Map<String, Object> told(int found) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("status", Term.of(queue));
        category.ifPresent(id -> told.put("category", id));
        flag.ifPresent(code -> told.put("flag", code));
        told.put("found", found);
        return told;
    }
}
