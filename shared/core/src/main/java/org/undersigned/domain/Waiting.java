package org.undersigned.domain;

import java.time.Instant;

/** How many signatures wait for a moderator, and since when the oldest of them does. */
public record Waiting(int signatures, Instant since) {}
