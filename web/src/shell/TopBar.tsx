import { Link, useLocation } from "wouter";
import { useSession } from "../api/context";
import { Icon } from "../style/Icon";
import { setTheme, useTheme } from "../style/theme";
import { Logo } from "../style/Logo";

const PLACES = [["/explore", "Explore"], ["/agents", "Agents"], ["/settings", "Settings"]] as const;

/** Where one can go, and who one is. */
export function TopBar() {
  const { me, signOut } = useSession();
  const [path] = useLocation();
  const theme = useTheme();
  const other = theme === "dark" ? "light" : "dark";
  return (
    <header className="top">
      <a className="skip" href="#tree" onClick={(e) => { e.preventDefault(); document.querySelector<HTMLElement>("main [tabindex='0']")?.focus(); }}>To the content</a>
      <Link href="/explore" className="top__brand"><Logo /><span>Mesoscope</span></Link>
      <nav className="top__nav" aria-label="Main">
        {PLACES.map(([href, name]) => <Link key={href} href={href} className="top__link" aria-current={path.startsWith(href) ? "page" : undefined}>{name}</Link>)}
      </nav>
      <div className="top__right">
        <button type="button" className="icon-button" aria-label={`Use the ${other} theme`} title={`Use the ${other} theme`} onClick={() => setTheme(other)}><Icon name={theme === "dark" ? "sun" : "moon"} /></button>
        <span className="top__user"><Icon name="user" />{me.user}</span>
        <button type="button" className="button button--quiet" onClick={signOut}>Sign out</button>
      </div>
    </header>
  );
}
