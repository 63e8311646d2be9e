package org.undersigned.domain;

/** What is wrong with one field, and what would be right. */
public record FieldError(String field, String code, String message) {}
