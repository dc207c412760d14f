package org.bourse.exchange.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.security.BasicAuthCredentials;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.venue.ControlLine;
import org.bourse.exchange.venue.ControlRefused;
import org.bourse.exchange.venue.VenueState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP side of the exchange: health for all, the venue's controls for operators. Requests are
 * handled on threads of its own; each waits until its control is durable and carried out.
 */
public final class AdminServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("venue");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST_BODY = 1 << 16;

  private final ControlLine line;
  private final Operators operators;
  private final boolean hasControls;
  private final ControlRequests requests;
  private final Javalin server;

  /**
   * A server that does not listen yet.
   *
   * @param hasControls whether the venue's controls are offered at all
   * @param profile the switches that a reset goes back to
   */
  public AdminServer(ControlLine line, Operators operators, boolean hasControls, int profile) {
    this.line = line;
    this.operators = operators;
    this.hasControls = hasControls;
    requests = new ControlRequests(line.state(), profile);
    server = Javalin.create(this::configure);
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.http.maxRequestSize = LARGEST_BODY;
    config.routes.get("/api/health", this::health);
    config.routes.before("/api/venue*", this::requireOperator);
    config.routes.get("/api/venue", this::venue);
    config.routes.post("/api/venue/{control}", this::control);
    config.routes.exception(Denied.class, (e, ctx) -> answer(ctx, e.status, e.getMessage()));
    config.routes.exception(
        BadRequest.class, (e, ctx) -> answer(ctx, HttpStatus.BAD_REQUEST, e.getMessage()));
    config.routes.exception(
        ControlRefused.class, (e, ctx) -> answer(ctx, HttpStatus.CONFLICT, e.getMessage()));
    config.routes.exception(
        IOException.class, (e, ctx) -> answer(ctx, HttpStatus.SERVICE_UNAVAILABLE, e.getMessage()));
  }

  /** A request that is turned away. */
  private static final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final HttpStatus status;

    Denied(HttpStatus status, String why) {
      super(why);
      this.status = status;
    }
  }

  /**
   * Begins to listen.
   *
   * @throws IOException where the port can't be had
   */
  public void start(InetAddress address, int port) throws IOException {
    try {
      server.start(address.getHostAddress(), port);
    } catch (RuntimeException e) {
      throw new IOException("HTTP port " + port + ": " + reason(e), e);
    }
  }

  private static String reason(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null ? String.valueOf(e.getMessage()) : reason(cause);
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  private void health(Context ctx) {
    json(ctx, Map.of("status", "up"));
  }

  private void requireOperator(Context ctx) throws IOException {
    if (!hasControls) {
      throw new Denied(HttpStatus.FORBIDDEN, "the venue's controls are off (venue.controls)");
    }
    BasicAuthCredentials given = credentials(ctx);
    if (given == null) {
      ctx.header("WWW-Authenticate", "Basic realm=\"bourse\"");
      throw new Denied(HttpStatus.UNAUTHORIZED, "credentials of an operator are required");
    }
    InetAddress from = InetAddress.getByName(ctx.req().getRemoteAddr());
    switch (operators.judge(given.getUsername(), given.getPassword(), from)) {
      case OPERATOR -> ctx.attribute("user", given.getUsername());
      case OTHER -> throw new Denied(HttpStatus.FORBIDDEN, "only an operator may do that");
      case UNKNOWN -> throw new Denied(HttpStatus.UNAUTHORIZED, "wrong credentials");
    }
  }

  /** Null where there are none, or what is there is no such thing. */
  private static @Nullable BasicAuthCredentials credentials(Context ctx) {
    try {
      return ctx.basicAuthCredentials();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      LOG.debug("Not basic credentials", e);
      return null;
    }
  }

  private void venue(Context ctx) {
    VenueState state = line.state();
    Map<String, Object> told = new TreeMap<>();
    told.put("time", Instant.now().plusNanos(state.clockOffset()).toString());
    told.put("businessDate", state.businessDate());
    Map<String, String> phases = new TreeMap<>();
    state.phases().forEach((symbol, phase) -> phases.put(symbol, phase.word()));
    told.put("phases", phases);
    json(ctx, told);
  }

  private void control(Context ctx) throws ControlRefused, IOException, InterruptedException {
    String name = ctx.pathParam("control");
    Control control = requests.read(name, body(ctx));
    if (control == null) {
      throw new Denied(HttpStatus.NOT_FOUND, "there is no control " + name);
    }
    String by = ctx.attribute("user");
    line.carryOut(control, by == null ? "" : by);
    LOG.info("{}: {} {}", by, name, ctx.body().replaceAll("\\s+", " "));
    json(ctx, Map.of("control", name));
  }

  private static JsonNode body(Context ctx) {
    String body = ctx.body();
    try {
      return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      throw new BadRequest("not JSON: " + e.getOriginalMessage());
    }
  }

  private static void answer(Context ctx, HttpStatus status, @Nullable String why) {
    ctx.status(status);
    json(ctx, Map.of("error", String.valueOf(why)));
  }

  private static void json(Context ctx, Map<String, ?> values) {
    try {
      ctx.contentType("application/json").result(JSON.writeValueAsString(values));
    } catch (JacksonException e) {
      throw new IllegalStateException("can't be written as JSON: " + values, e);
    }
  }

  /** Ends listening; requests in hand are finished. */
  @Override
  public void close() {
    server.stop();
  }
}
