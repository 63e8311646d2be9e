package org.undersigned.reviewqueue;

import java.util.List;
import java.util.Optional;
import org.undersigned.domain.SigningRequest;

/** {@code next} is where the next page begins: a moment in a queue, a place in a look-up by name. */
record Page(List<Flagged> signatures, List<SigningRequest> requests, Optional<String> next) {}
