package io.genai.sessions.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's session without a browser: Vaadin's own protocol over HTTP. A click is a navigation,
 * as every filter, search and link of this app is; the server builds the whole view for it and
 * sends what changed. Nothing is drawn, and no event but navigation is sent.
 */
final class BrowserlessSession {
  private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
  private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");
  private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");
  private static final Pattern BLOB = Pattern.compile("\"(blob/[^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String url;
  private final String key;
  private final String ui;
  private String sync = "0";
  private int clicks;

  /** Opens the first page. */
  BrowserlessSession(String url) {
    this.url = url;
    get("");
    String start = get("?v-r=init&location=&query=");
    key = first(KEY, start);
    ui = first(UI, start);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no %s in: %.300s".formatted(pattern, text));
    }
    return matcher.group(1);
  }

  /**
   * Goes to a view.
   *
   * @param query what follows the ? of the address
   * @return the server's answer: what changed
   */
  String open(String route, String query) {
    String message =
        """
        {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate",
        "data":{"route":"%s","query":"%s","appShellTitle":"","historyState":null,"trigger":""}}],
        "syncId":%s,"clientId":%d}
        """
            .formatted(key, route, query, sync, clicks++);
    String answer =
        send(
            HttpRequest.newBuilder(URI.create(url + "?v-r=uidl&v-uiId=" + ui))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(message)));
    Matcher next = SYNC.matcher(answer);
    if (next.find()) {
      sync = next.group(1);
    }
    return answer;
  }

  /** Keys of images that an answer shows. */
  static List<String> images(String answer) {
    return BLOB.matcher(answer).results().map((MatchResult found) -> found.group(1)).toList();
  }

  /** Fetches something below the app's address. */
  String get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)));
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("%s: %d".formatted(response.uri(), response.statusCode()));
      }
      return response.body();
    } catch (IOException e) {
      throw new IllegalStateException("the server did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
