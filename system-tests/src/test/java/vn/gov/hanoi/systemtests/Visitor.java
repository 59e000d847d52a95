package vn.gov.hanoi.systemtests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.gov.hanoi.localstack.Distributions;

/** A person at a browser of the own: cookies that nobody else has, and a list of what went wrong on our pages. */
final class Visitor implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;
    private static final int WIDE = 1200;
    private static final int WIDE_HEIGHT = 760;
    private static final int PHONE = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final String SESSION = "congvu-session";
    /** The browser names each violation of a policy in the console; so does this, should that ever change. */
    private static final String REPORT_VIOLATIONS =
            "document.addEventListener('securitypolicyviolation', (e) => console.error('policy violated: ' + e.violatedDirective + ' ' + e.blockedURI))";

    private static final String ORIGIN = City.suite().gateway().toString();

    private final BrowserContext context;
    private final List<String> wrong = new CopyOnWriteArrayList<>();

    final Page page;

    Visitor(Browser browser) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDE, WIDE_HEIGHT)
                .setLocale("vi-VN"));
        context.setDefaultTimeout(PATIENCE_MS);
        context.addInitScript(REPORT_VIOLATIONS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && page.url().startsWith(ORIGIN)) {
                wrong.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> wrong.add("thrown: " + error));
    }

    /** Errors of the console, thrown errors and violations of policies, but for those that match. */
    List<String> wrong(String butFor) {
        return wrong.stream().filter(each -> !each.matches(butFor)).toList();
    }

    /** To one of our pages; whoever has no session comes to the login page. */
    void open(String path) {
        page.navigate(ORIGIN + path);
    }

    /** At the login page of the identity provider; ends on a page of ours. */
    void login(String username) {
        awaitLoginPage();
        page.locator("#username").fill(username);
        page.locator("#password").fill(City.suite().demoUserPassword());
        page.locator("#kc-login").click();
        awaitPlace("/app");
    }

    void awaitLoginPage() {
        page.waitForURL(url -> url.startsWith(City.suite().realm()));
        page.locator("#username").waitFor();
    }

    void awaitPlace(String prefix) {
        page.waitForURL(url -> url.startsWith(ORIGIN + prefix));
    }

    Optional<Cookie> session() {
        return context.cookies(ORIGIN).stream()
                .filter(cookie -> cookie.name.equals(SESSION))
                .findFirst();
    }

    /** As if its time were over. */
    void loseSession() {
        context.clearCookies(new ClearCookiesOptions().setName(SESSION));
    }

    /** Another page in the same browser. */
    Page other() {
        return context.newPage();
    }

    /** Pictures of what is seen, on a wide screen and on a phone. */
    void picture(String name) {
        shoot(name + "-wide.png");
        page.setViewportSize(PHONE, PHONE_HEIGHT);
        shoot(name + "-phone.png");
        page.setViewportSize(WIDE, WIDE_HEIGHT);
    }

    /** By how many pixels the page is wider than a small phone. */
    int overflow(int width) {
        page.setViewportSize(width, PHONE_HEIGHT);
        var over = (int) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        page.setViewportSize(WIDE, WIDE_HEIGHT);
        return over;
    }

    private void shoot(String file) {
        Path pictures = Distributions.projectRoot().resolve("system-tests/target/pictures");
        page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(file)));
    }

    @Override
    public void close() {
        context.close();
    }
}
