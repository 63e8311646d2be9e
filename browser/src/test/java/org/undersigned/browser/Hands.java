package org.undersigned.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/** How somebody works a page: by keyboard alone, or by finger on a narrow phone. */
enum Hands {
    KEYBOARD {
        @Override
        Browser.NewContextOptions screen() {
            return new Browser.NewContextOptions().setViewportSize(1280, 800);
        }

        @Override
        void press(Locator control) {
            reach(control);
            control.page().keyboard().press("Enter");
        }

        @Override
        void write(Locator field, String text) {
            reach(field);
            field.page().keyboard().press("Control+A");
            field.page().keyboard().insertText(text);
        }

        @Override
        void choose(Locator select, String value) {
            reach(select);
            select.page().keyboard().press("Home");
            for (int i = 0; i < MOST && !select.inputValue().equals(value); i++)
                select.page().keyboard().press("ArrowDown");
        }

        /** The focus comes to the one of the group that is chosen. */
        @Override
        void pick(Locator radio) {
            Page page = radio.page();
            for (int i = 0; i < MOST && !isOnRadio(page); i++) page.keyboard().press("Tab");
            for (int i = 0; i < MOST && !radio.isChecked(); i++) page.keyboard().press("ArrowDown");
        }

        private static boolean isOnRadio(Page page) {
            return (boolean) page.evaluate("document.activeElement.type === 'radio'");
        }

        /** From wherever the focus is, by as many Tabs as it takes. */
        private static void reach(Locator control) {
            for (int i = 0; i < MOST; i++) {
                if ((boolean) control.evaluate("element => element === document.activeElement")) return;
                control.page().keyboard().press("Tab");
            }
            throw new AssertionError("no Tab leads to " + control);
        }
    },

    FINGER {
        @Override
        Browser.NewContextOptions screen() {
            return new Browser.NewContextOptions()
                    .setViewportSize(320, 640)
                    .setIsMobile(true)
                    .setHasTouch(true);
        }

        @Override
        void press(Locator control) {
            control.tap();
        }

        @Override
        void write(Locator field, String text) {
            field.tap();
            field.fill(text);
        }

        @Override
        void choose(Locator select, String value) {
            select.selectOption(value);
        }

        @Override
        void pick(Locator radio) {
            radio.tap();
        }
    };

    private static final int MOST = 400;

    abstract Browser.NewContextOptions screen();

    abstract void press(Locator control);

    abstract void write(Locator field, String text);

    abstract void choose(Locator select, String value);

    abstract void pick(Locator radio);

    void give(Locator input, FilePayload file) {
        input.page().waitForFileChooser(() -> press(input)).setFiles(file);
    }
}
