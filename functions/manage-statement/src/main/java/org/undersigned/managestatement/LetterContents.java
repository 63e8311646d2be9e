package org.undersigned.managestatement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;

/** What a letter holds that is not for every page. */
final class LetterContents extends AbstractVisitor {
    /** The page's title is the only {@code h1}. */
    private static final int HIGHEST = 2;

    private static final int LOWEST = 6;

    private final List<Heading> headings = new ArrayList<>();
    private final Set<String> destinations = new LinkedHashSet<>();
    private long linkLength;
    private boolean image;

    @Override
    public void visit(Heading heading) {
        headings.add(heading);
        visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
        destinations.add(link.getDestination());
        linkLength += link.getDestination().length();
        if (link.getTitle() != null) linkLength += link.getTitle().length();
        visitChildren(link);
    }

    @Override
    public void visit(Image found) {
        image = true;
    }

    boolean hasImage() {
        return image;
    }

    /** Each once. */
    Set<String> destinations() {
        return destinations;
    }

    /** Of all destinations and titles together, each as often as it is used, in characters. */
    long linkLength() {
        return linkLength;
    }

    /** Moves all headings up or down, so that the highest stand right under the page's title. */
    void fitHeadings() {
        int highest = headings.stream().mapToInt(Heading::getLevel).min().orElse(HIGHEST);
        for (Heading heading : headings) heading.setLevel(Math.min(LOWEST, heading.getLevel() - highest + HIGHEST));
    }
}
