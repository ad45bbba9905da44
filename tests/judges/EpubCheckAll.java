// EPUBCheck over many books in one JVM, since starting it costs more than all the checking. Each book must have no message above
// "usage". Run as: java -cp epubcheck.jar EpubCheckAll.java BOOK.epub...
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.File;

public class EpubCheckAll {
    public static void main(String[] books) {
        int bad = 0;
        for (String book : books) {
            DefaultReportImpl report = new DefaultReportImpl(book);
            report.initialize();
            new EpubCheck(new File(book), report).doValidate();
            boolean clean = report.getFatalErrorCount() + report.getErrorCount() + report.getWarningCount() == 0;
            if (!clean) {
                ++bad;
                System.err.println("EPUBCheck refuses " + book);
            }
        }
        System.out.println("EPUBCheck: " + (books.length - bad) + " books clean, " + bad + " refused");
        System.exit(bad == 0 && books.length > 0 ? 0 : 1);
    }
}
