package org.undersigned.domain;

import java.util.Optional;

/** Who is behind a statement; the public sees {@code name} and {@code url}, whoever gets an email also {@code emailAddress}. */
public record Organiser(String name, String emailAddress, Optional<String> url) {}
