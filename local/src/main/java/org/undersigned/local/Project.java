package org.undersigned.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of this project, where the template is. */
public final class Project {
    private Project() {}

    /** The property {@code undersigned.project} or the nearest folder upwards; throws {@link IllegalStateException} when none. */
    public static Path root() {
        Path start = Path.of(System.getProperty("undersigned.project", "")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent())
            if (Files.exists(folder.resolve("template.yaml"))) return folder;
        throw new IllegalStateException("No template.yaml in " + start + " or above");
    }
}
