package vn.gov.hanoi.training.ledger;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.gov.hanoi.training.ledger.TrialBalance.Sides;

/** The trial balance as CSV, UTF-8 with a byte order mark; codes and numbers only, so no cell can be a formula of somebody. */
@Provider
@Produces(TrialBalanceCsv.TYPE)
public class TrialBalanceCsv implements MessageBodyWriter<TrialBalance> {
    /** Media type of the file. */
    static final String TYPE = "text/csv;charset=UTF-8";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "Tài khoản",
                    "Năm",
                    "Khối",
                    "Nguồn kinh phí",
                    "Số bút toán",
                    "Dự toán giao",
                    "Còn dùng được",
                    "Đã cam kết",
                    "Đã chi chưa quyết toán",
                    "Đã quyết toán",
                    "Nộp trả ngân sách",
                    "Chuyển giữa các tài khoản",
                    "Chuyển giữa các năm")
            .get();

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == TrialBalance.class;
    }

    @Override
    public void writeTo(
            TrialBalance balance,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (var rows = new CSVPrinter(text, FORMAT)) {
            for (var account : balance.accounts()) {
                rows.printRecord(row(
                        account.sides(),
                        account.id(),
                        account.year(),
                        account.block(),
                        account.fundingSource(),
                        account.entries()));
            }
            rows.printRecord(row(balance.total(), "Tổng số", "", "", "", ""));
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Object> row(Sides sides, Object... first) {
        var cells = new ArrayList<Object>(List.of(first));
        cells.addAll(sides.values());
        return cells;
    }
}
