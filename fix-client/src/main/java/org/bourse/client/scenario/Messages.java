package org.bourse.client.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bourse.client.scenario.script.Field;
import org.bourse.client.scenario.script.Session;
import org.bourse.client.scenario.script.Step;
import org.bourse.client.scenario.script.Value;
import org.bourse.client.scenario.wire.Outgoing;
import org.bourse.client.scenario.wire.WireField;
import org.jspecify.annotations.Nullable;

/** Makes messages of what a script says, and fills in what it need not say. */
final class Messages {

  private static final int CHECK_SUM = 10;
  private static final int TRANSACT_TIME = 60;

  private final Stage stage;

  Messages(Stage stage) {
    this.stage = stage;
  }

  /** The message of a step: TransactTime(60) is added where the dictionary requires it. */
  Outgoing message(Step step, String type, List<Field> fields, String now) throws StepFailed {
    Outgoing said = said(step, type, fields);
    boolean hasTime =
        said.leftOut().contains(TRANSACT_TIME)
            || said.body().stream().anyMatch(field -> field.tag() == TRANSACT_TIME);
    if (hasTime || !stage.dictionary().isRequired(type, TRANSACT_TIME)) {
      return said;
    }
    List<WireField> body = new ArrayList<>(said.body());
    body.add(new WireField(TRANSACT_TIME, now));
    return new Outgoing(type, said.header(), body, said.leftOut());
  }

  /** A Logon with the usual fields, those of the step beside them or in their stead. */
  Outgoing logon(Step step, Session session, boolean reset, List<Field> fields) throws StepFailed {
    Outgoing said = said(step, "A", fields);
    List<WireField> body = new ArrayList<>();
    addUnlessSaid(body, said, 98, "0");
    addUnlessSaid(body, said, 108, Integer.toString(session.heartbeat()));
    addUnlessSaid(body, said, 141, reset ? "Y" : null);
    addUnlessSaid(body, said, 553, session.username());
    addUnlessSaid(body, said, 554, session.password());
    body.addAll(said.body());
    return new Outgoing("A", said.header(), body, said.leftOut());
  }

  private static void addUnlessSaid(
      List<WireField> body, Outgoing said, int tag, @Nullable String value) {
    boolean isSaid =
        said.leftOut().contains(tag) || said.body().stream().anyMatch(field -> field.tag() == tag);
    if (value != null && !isSaid) {
      body.add(new WireField(tag, value));
    }
  }

  private Outgoing said(Step step, String type, List<Field> fields) throws StepFailed {
    List<WireField> header = new ArrayList<>();
    List<WireField> body = new ArrayList<>();
    Set<Integer> leftOut = new HashSet<>();
    for (Field field : fields) {
      if (field.value() instanceof Value.LeftOut) {
        leftOut.add(field.tag());
      } else if (stage.dictionary().isHeader(field.tag()) || field.tag() == CHECK_SUM) {
        header.add(new WireField(field.tag(), text(step, field)));
      } else {
        add(step, field, body);
      }
    }
    return new Outgoing(type, header, body, leftOut);
  }

  private void add(Step step, Field field, List<WireField> body) throws StepFailed {
    body.add(new WireField(field.tag(), text(step, field)));
    if (field.entries() != null) {
      for (Field.Entry entry : field.entries()) {
        for (Field inner : entry.fields()) {
          add(step, inner, body);
        }
      }
    }
  }

  private String text(Step step, Field field) throws StepFailed {
    if (field.value() instanceof Value.Captured name) {
      String captured = stage.bindings().captured(name.name());
      if (captured == null) {
        throw new StepFailed(step, "nothing has been captured as '" + name.name() + "'");
      }
      return captured;
    }
    return stage.bindings().onWire(field.tag(), (Value.Text) field.value());
  }
}
