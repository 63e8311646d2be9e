package org.undersigned.wording;

import java.util.Optional;

/**
 * Who is behind a statement, the web addresses of its page and of its privacy notice, and whether subjects of emails keep
 * silent about its title.
 */
public record About(
        Optional<Organiser> organiser, Optional<String> page, Optional<String> privacy, boolean neutralSubject) {
    public static final About NOTHING = new About(Optional.empty(), Optional.empty(), Optional.empty(), false);

    public About {
        page = webAddress(page);
        privacy = webAddress(privacy);
    }

    /** Anything but a web address, such as "javascript:", would be dangerous behind a link. */
    static Optional<String> webAddress(Optional<String> address) {
        return address.map(Signing::oneLine).filter(text -> text.startsWith("https://") || text.startsWith("http://"));
    }

    Optional<Link> page(String label) {
        return page.map(address -> new Link(label, address));
    }

    /** The same, with its page's address ending in this fragment in place of its own. */
    About leadingTo(Optional<String> fragment) {
        return fragment.map(end -> new About(
                        organiser,
                        page.map(address -> address.replaceFirst("#.*", "") + "#" + end),
                        privacy,
                        neutralSubject))
                .orElse(this);
    }

    Optional<Link> privacy(Messages messages) {
        return privacy.map(address -> new Link(messages.privacyNotice(), address));
    }
}
