import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./shell/App";
import { beginTheme } from "./style/theme";
import "./style/index.css";

beginTheme();
createRoot(document.getElementById("page")!).render(<StrictMode><App /></StrictMode>);
