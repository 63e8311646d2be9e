package org.undersigned.tables;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Statement;

/**
 * A statement as it is put; {@code html} is what its text renders to, by language, and {@code newTextAt} is when the
 * text was changed, if this changes it.
 */
public record Edition(Statement statement, Map<String, String> html, Optional<Instant> newTextAt) {}
