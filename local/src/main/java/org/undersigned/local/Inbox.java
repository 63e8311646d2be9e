package org.undersigned.local;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The emails that were sent, newest last; with a folder they outlive the process, one {@code .eml} file each. */
public final class Inbox {
    private static final Session SESSION = Session.getInstance(new Properties());

    private final Optional<Path> folder;
    private final List<Received> mails = new ArrayList<>();

    private Inbox(Optional<Path> folder) {
        this.folder = folder;
    }

    static Inbox open(Optional<Path> folder) throws IOException {
        var inbox = new Inbox(folder);
        if (folder.isEmpty()) return inbox;
        Files.createDirectories(folder.get());
        try (var files = Files.list(folder.get())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".eml")).sorted().toList())
                inbox.mails.add(read(
                        Files.readAllBytes(file),
                        Files.getLastModifiedTime(file).toInstant()));
        }
        return inbox;
    }

    public synchronized List<Received> mails() {
        return List.copyOf(mails);
    }

    /** Returns when the email is safe. */
    synchronized void add(byte[] message, Instant at) {
        Received mail = read(message, at);
        folder.ifPresent(f -> keep(f, message));
        mails.add(mail);
    }

    private void keep(Path in, byte[] message) {
        String name = String.format(Locale.ROOT, "%08d.eml", mails.size() + 1);
        Path part = in.resolve(name + ".part");
        try (var file = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            file.write(java.nio.ByteBuffer.wrap(message));
            file.force(true);
            Files.move(part, in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a MIME message (RFC 5322). */
    public static Received read(byte[] message, Instant at) {
        try {
            var mime = new MimeMessage(SESSION, new ByteArrayInputStream(message));
            Address[] to = mime.getRecipients(Message.RecipientType.TO);
            if (to == null) throw new IllegalArgumentException("an email to nobody");
            Map<String, String> bodies = new LinkedHashMap<>();
            collect(mime, bodies);
            Map<String, String> headers = new LinkedHashMap<>();
            for (var header : Collections.list(mime.getAllHeaders()))
                headers.merge(
                        header.getName(),
                        MimeUtility.decodeText(MimeUtility.unfold(header.getValue())),
                        (one, other) -> one + "\n" + other);
            return new Received(
                    to[0].toString(),
                    MimeUtility.decodeText(mime.getHeader("From", ",")),
                    mime.getSubject(),
                    bodies.getOrDefault("text/plain", ""),
                    bodies.getOrDefault("text/html", ""),
                    headers,
                    at);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a MIME message", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Part part, Map<String, String> bodies) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                collect(inner, bodies);
            }
        } else if (part.getContent() instanceof String text) {
            bodies.put(part.isMimeType("text/html") ? "text/html" : "text/plain", text);
        }
    }

    /** An email as it reached its reader. */
    public record Received(
            String to, String from, String subject, String text, String html, Map<String, String> headers, Instant at) {
        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("to", to);
            json.put("from", from);
            json.put("subject", subject);
            json.put("text", text);
            json.put("html", html);
            json.put("at", at.toString());
            return json;
        }
    }
}
