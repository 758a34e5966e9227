import './content-policy.ts';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { present } from '#src/kernel';
import { App } from './app/app.tsx';

const root = present(document.getElementById('desk'), 'index.html holds it');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
