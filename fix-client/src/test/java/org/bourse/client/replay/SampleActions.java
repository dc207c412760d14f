package org.bourse.client.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of actions made up for these tests. */
final class SampleActions {

  static final String HEADER =
      "seq,time,action,order_id,side,price,qty,expected_fills,bid,bid_qty,ask,ask_qty,note";

  private SampleActions() {}

  /** One of each action; two fills of two orders, one of them reduced after a partial fill. */
  static List<String> small() {
    return List.of(
        "S,,NEW,a,S,1000000,100,,,,,,seed",
        "1,1.0,NEW,b,S,1000500,50,,,,,,",
        "2,2.0,IOC,A2,B,1000000,30,a:30@1000000,,,,,",
        "3,3.0,REDUCE,a,S,1000000,20,,,,,,",
        "4,4.0,IOC,A4,B,1000500,40,a:20@1000000;b:20@1000500,,,,,",
        "5,5.0,CANCEL,b,S,1000500,0,,,,,,",
        "6,6.0,NEW,c,B,999925,10,,,,,,");
  }

  /** So many rounds of an order that rests, is hit in part, reduced, hit again and canceled. */
  static List<String> rounds(int rounds) {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= rounds; i++) {
      lines.add(i + ",1.0,NEW,r" + i + ",S,1000000,100,,,,,,");
      lines.add(i + ",1.0,IOC,x" + i + ",B,1000100,30,r" + i + ":30@1000000,,,,,");
      lines.add(i + ",1.0,REDUCE,r" + i + ",S,1000000,50,,,,,,");
      lines.add(i + ",1.0,IOC,y" + i + ",B,1000000,20,r" + i + ":20@1000000,,,,,");
      lines.add(i + ",1.0,CANCEL,r" + i + ",S,1000000,0,,,,,,");
    }
    return lines;
  }

  static Path write(Path folder, List<String> lines) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(HEADER);
    all.addAll(lines);
    return Files.write(folder.resolve("actions.csv"), all);
  }
}
