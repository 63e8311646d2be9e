package org.undersigned.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same to many things, as many at a time as the client has connections. */
public final class Parallel {
    private static final int THREADS = 8;

    private Parallel() {}

    /** The results in the order of the things; what one of them throws is thrown once all have ended. */
    public static <T, R> List<R> map(List<T> things, Function<T, R> function) {
        return map(things, THREADS, function);
    }

    /** The same, with fewer at a time. */
    public static <T, R> List<R> map(List<T> things, int atOnce, Function<T, R> function) {
        List<Future<R>> futures = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            for (T thing : things) futures.add(threads.submit(() -> function.apply(thing)));
        }
        return futures.stream().map(Parallel::result).toList();
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
