using System.Globalization;
using System.Text;

namespace Mesoscope.Server.Query.Exports;

// Tables as RFC 4180 wants them.
sealed class CsvText
{
    readonly StringBuilder _text = new();
    bool _isRowBegun;

    public CsvText Add(string? value)
    {
        Separate();
        if (value is null)
        {
            return this;
        }

        // Spreadsheets take what begins so for a formula and run it; an apostrophe makes it a text.
        var isFormula = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
        if (!isFormula && !value.AsSpan().ContainsAny("\",\r\n"))
        {
            _text.Append(value);
            return this;
        }

        _text.Append('"').Append(isFormula ? "'" : "").Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }

    public CsvText Add(double? value)
    {
        Separate();
        _text.Append(value?.ToString("R", CultureInfo.InvariantCulture));
        return this;
    }

    public CsvText Add(long value)
    {
        Separate();
        _text.Append(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    public CsvText EndRow()
    {
        _text.Append("\r\n");
        _isRowBegun = false;
        return this;
    }

    public override string ToString() => _text.ToString();

    void Separate()
    {
        if (_isRowBegun)
        {
            _text.Append(',');
        }

        _isRowBegun = true;
    }
}
