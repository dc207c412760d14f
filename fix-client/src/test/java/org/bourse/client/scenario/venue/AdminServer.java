package org.bourse.client.scenario.venue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An admin interface that notes what it is asked and answers as told: at first, with 200. */
public final class AdminServer implements AutoCloseable {
  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile String authorization = "";
  private volatile int status = 200;
  private volatile String body = "{}";

  public AdminServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void answer(int answeredStatus, String answeredBody) {
    status = answeredStatus;
    body = answeredBody;
  }

  public List<String> requests() {
    return List.copyOf(requests);
  }

  String authorization() {
    return authorization;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      String said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + said);
      byte[] answer = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
