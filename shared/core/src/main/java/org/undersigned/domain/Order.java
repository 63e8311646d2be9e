package org.undersigned.domain;

/** How a category's list is sorted. */
public enum Order {
    NAME,
    ARRIVAL
}
